"""lemon24/reader on the same feeds, in a process and an environment of its own.

``PYTHON reader_rival.py DATABASE`` reads addresses from its input, one a line, and prints CPU
milliseconds of one poll as JSON: the first of each feed, and the best round of five re-polls.
"""

import json
import os
import sys
import time

import requests.adapters
from hostnames import resolve_here  # type: ignore[import-not-found]  # beside this file
from reader import make_reader  # type: ignore[import-not-found]  # no dependency of ours

resolve_here()
# It sends requests past the environment, so our authority must stand where its own stand.
requests.adapters.DEFAULT_CA_BUNDLE_PATH = os.environ["REQUESTS_CA_BUNDLE"]

reader = make_reader(sys.argv[1])
urls = sys.stdin.read().split()
for url in urls:
    reader.add_feed(url)


def round_of_polls() -> float:
    started = time.process_time()
    reader.update_feeds(workers=16, scheduled=False)
    return (time.process_time() - started) * 1000 / len(urls)


first = round_of_polls()
again = min(round_of_polls() for _ in range(5))
for feed in reader.get_feeds():
    if feed.last_exception or not feed.last_updated:
        sys.exit(f"{feed.url}: {str(feed.last_exception)[:300]}")
print(json.dumps({"first": first, "again": again}))
