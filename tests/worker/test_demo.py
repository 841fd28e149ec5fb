from __future__ import annotations

import re
import tempfile
from pathlib import Path

from forkserver import ForkServer

from worker.demo import texts
from worker.demo.site import Site


def test_the_demonstration_shows_what_it_says(pactwatch: ForkServer) -> None:
    before = set(Path(tempfile.gettempdir()).glob("pactwatch-demo-*"))
    done = pactwatch.run("demo")
    assert (done.status, done.err) == (0, "")
    assert done.out.count("\nWhy: ") == 3
    refs = re.findall(r"Ref: alert \d+ · story (\d+) · (\S+)", done.out)
    assert [name for _, name in refs] == [
        "partnership.upgraded",
        "agreement.signed",
        "agreement.signed",
    ]
    assert refs[1] == refs[2]
    table = done.out.partition("What is known now")[2]
    assert re.search(r"Uruguay.*courier, gazette, pacific +first, \(duplicate\)\n", table)
    assert re.search(r"Ghana.*gazette, pacific +first, advanced\n", table)
    assert re.search(r"Iceland.*\(baseline\)\n", table)
    assert "Portugal" not in done.out
    assert set(Path(tempfile.gettempdir()).glob("pactwatch-demo-*")) <= before


def test_a_page_of_the_site_exists_only_once_it_was_published() -> None:
    piece = texts.UPGRADE_FIRST
    with Site() as site:
        path = f"/{piece.outlet}/{piece.slug}.html"
        assert site.page(path) is None
        site.publish(piece)
        assert site.page(path) is not None
        assert site.page("/courier/feed.xml") is not None
        assert site.page("/nobody/") is None
