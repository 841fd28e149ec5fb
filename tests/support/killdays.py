"""The scripted days on which runs are killed, ready to be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from forkserver import ForkServer
from killing import NEWS_DAY, OUTLETS, SEED_DAY, Killer, Kind, Outcome, Scene, configure
from newsroom import entry_of
from receiver import Receiver
from seedsite import SeedSite

from worker.demo import texts
from worker.demo.site import Site

EVERYTHING = [piece for piece in vars(texts).values() if isinstance(piece, texts.Piece)]


@contextmanager
def news_day(folder: Path, random: Random) -> Iterator[Scene]:
    """The outlets of the demonstration, with all that they ever publish."""
    with Site() as site, Receiver() as receiver, ForkServer() as server:
        site.publish(*EVERYTHING)
        words = configure(folder / "config", OUTLETS.format(site=site.address), receiver)
        yield Scene(server, receiver, words, NEWS_DAY, random)


@contextmanager
def seed_day(folder: Path, random: Random) -> Iterator[Scene]:
    """The outlets of the seeds."""
    with SeedSite() as site, Receiver() as receiver, ForkServer() as server:
        entries = "".join(f"  - {entry_of(source)}\n" for source in site.sources)
        words = configure(folder / "config", f"sources:\n{entries}", receiver)
        yield Scene(server, receiver, words, SEED_DAY, random)


@contextmanager
def killer(scene: Scene, kind: Kind, folder: Path) -> Iterator[tuple[Killer, Outcome, Path]]:
    """A killer, what an undisturbed run comes to, and where databases of trials may be."""
    disk = folder / "disk"
    disk.mkdir(parents=True)
    with kind.disturbance(scene.random, disk) as disturbance:
        one = Killer(scene, kind, disturbance)
        yield one, one.undisturbed(folder / "whole.db"), disk
