"""Runs commands of Pactwatch in forked children that have everything imported already.

A child begins to work within milliseconds, so that a SIGKILL at a random moment hits work and not
imports, and a test of a command costs next to nothing. The server itself has one thread only,
which is what makes forking safe.

    with ForkServer() as server:
        done = server.run("stories", "--json", ...)
        child = server.start("once", "--config", ...)
        os.kill(child, signal.SIGKILL)
        assert server.wait(child).status == -signal.SIGKILL
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from newsroom import ROOT, clean_environment


@dataclass(frozen=True)
class Done:
    """What a command came to; a status below zero is minus the signal that killed it."""

    status: int
    out: str
    err: str


class ForkServer:
    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, __file__, self._folder.name],
            cwd=ROOT,
            env=_environment(),
            text=True,
            bufsize=1,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            assert self._answer() == "ready"
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()
        self._folder.cleanup()

    def start(self, *words: str) -> int:
        """Begin ``pactwatch WORDS`` and return its process id."""
        self._say(list(words))
        return int(self._answer())

    def wait(self, child: int) -> Done:
        """Wait for a child to end."""
        self._say(child)
        status = int(self._answer())
        return Done(status, self._said(child, "out"), self._said(child, "err"))

    def run(self, *words: str) -> Done:
        """Run ``pactwatch WORDS`` to its end."""
        return self.wait(self.start(*words))

    def _said(self, child: int, stream: str) -> str:
        path = Path(self._folder.name, f"{child}.{stream}")
        if not path.exists():
            return ""  # killed before it could say anything
        said = path.read_text(encoding="utf-8")
        path.unlink()
        return said

    def _say(self, what: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(what) + "\n")

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline().strip()
        assert line, "the fork server died"
        return line


def _environment() -> dict[str, str]:
    known = clean_environment()
    paths = [str(ROOT), str(Path(__file__).parent), *filter(None, [known.get("PYTHONPATH")])]
    return {**known, "PYTHONPATH": os.pathsep.join(paths)}


# --- the server ----------------------------------------------------------------------------


def _serve(folder: Path) -> None:
    _import_everything()
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if isinstance(asked, int):
            print(os.waitstatus_to_exitcode(os.waitpid(asked, 0)[1]), flush=True)
            continue
        child = os.fork()
        if child == 0:
            _become(asked, folder)
        print(child, flush=True)


def _import_everything() -> None:
    import trafilatura
    from apprise import Apprise

    import worker.commands.once
    import worker.life.runtime
    import worker.life.service
    import worker.life.sweep
    from extraction import extract
    from pacts.model import Article

    # What is built at the first use: extraction's tables, trafilatura's, Apprise's plugins.
    extract(Article("s", "k", "u", "t", "Kenya and Fiji signed an agreement."))
    trafilatura.extract(
        "<html><body><p>" + "A sentence of some length. " * 20 + "</p></body></html>"
    )
    Apprise.instantiate("json://127.0.0.1:9/")
    assert worker.commands.once
    assert worker.life.service


def _become(words: list[str], folder: Path) -> None:
    from worker.cli import app

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, stream in ((1, "out"), (2, "err")):
        path = folder / f"{os.getpid()}.{stream}"
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    status = 1
    try:
        app(words, standalone_mode=True)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - the child ends here, whatever it was
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
