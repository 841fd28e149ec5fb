"""Read the three files and ``.env``, find everything that is wrong with them, or give a Config."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pacts.errors import ConfigError, Problem
from pacts.model import Template
from worker.config import channelchecks, checks, templatefiles, watchchecks
from worker.config.addresses import ping_address, proxy_address
from worker.config.build import build_channels, build_settings, build_sources, build_watches
from worker.config.channelchecks import UrlProblem
from worker.config.document import Document, read_document
from worker.config.models import ChannelsFile, Entry, KeywordsFile, SourcesFile
from worker.config.secrets import Secrets, env_file, read_env
from worker.config.stamps import stamps_of
from worker.config.translate import judge
from worker.config.types import Config

SOURCES: Final = "sources.yaml"
KEYWORDS: Final = "keywords.yaml"
CHANNELS: Final = "channels.yaml"
FILES: Final[Mapping[str, type[Entry]]] = {
    SOURCES: SourcesFile,
    KEYWORDS: KeywordsFile,
    CHANNELS: ChannelsFile,
}


def load(
    directory: Path,
    *,
    environ: Mapping[str, str],
    url_problem: UrlProblem | None = None,
    keywords: Path | None = None,
) -> Config:
    """The configuration of a directory, with ``keywords`` in place of its ``keywords.yaml``.

    ``environ`` is the environment of the process, which wins over ``.env``. ``url_problem`` says
    why a channel's address cannot be used, or None when it can; without it only the form of the
    address is looked at. Raises ConfigError with every problem of all files, sorted by file and
    line; no problem repeats a secret.
    """
    if not directory.is_dir():
        message = "this directory is missing: `pactwatch init` makes it"
        raise ConfigError((Problem(_display(directory), 1, 1, message),))
    reading = _Reading(directory, environ, keywords)
    problems = [*reading.problems, *reading.judge(url_problem)]
    if problems:
        raise ConfigError(_sorted(problems))
    return reading.build()


def read_keywords(directory: Path) -> Document | None:
    """``keywords.yaml`` of a directory with its places; None where nothing in it can be judged."""
    path = directory / KEYWORDS
    return read_document(path, _display(path))[0]


def paths_of(directory: Path) -> tuple[Path, ...]:
    """The files that a configuration is read from, there or not."""
    inside, beside = directory / ".env", directory.parent / ".env"
    return (*(directory / name for name in FILES), inside, beside)


class _Reading:
    """One go at a directory: its documents, and what reading them alone showed."""

    def __init__(self, directory: Path, environ: Mapping[str, str], keywords: Path | None) -> None:
        self.directory = directory
        self.base = directory.absolute().parent
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        # Before reading: what is saved meanwhile must look changed afterwards.
        self.files = stamps_of(paths_of(directory))
        for name in FILES:
            path = keywords if keywords and name == KEYWORDS else directory / name
            document, problems = read_document(path, _display(path))
            self.problems += problems
            if document is not None:
                self.documents[name] = document
        self.templates: dict[str, Template] = {}
        if channels := self.documents.get(CHANNELS):
            files = templatefiles.named(channels, directory).values()
            self.files = {**self.files, **stamps_of(files)}
            shown = _display(directory)
            self.templates, problems = templatefiles.read(channels, directory, shown)
            self.problems += problems
        path = env_file(directory)
        dotenv, problems, self.warnings = read_env(path, _display(path))
        self.problems += problems
        self.secrets = Secrets(environ, dotenv, path.absolute().parent)

    def judge(self, url_problem: UrlProblem | None) -> Iterator[Problem]:
        """Every problem of what could be read; a file that could not is passed over."""
        for name, document in self.documents.items():
            yield from judge(document, FILES[name], secret=name == CHANNELS)
        if sources := self.documents.get(SOURCES):
            yield from checks.same_names(sources, "sources")
            yield from checks.sources(sources)
            yield from checks.filled(sources, "proxy", proxy_address, self.secrets)
            yield from checks.filled(sources, "ping", ping_address, self.secrets)
        if channels := self.documents.get(CHANNELS):
            yield from channelchecks.channels(channels, self.secrets, url_problem)
            if sources:
                known = checks.names(channels, "channels")
                yield from checks.unknown_operator(sources, known, CHANNELS)
        if keywords := self.documents.get(KEYWORDS):
            yield from checks.same_names(keywords, "watches")
            yield from watchchecks.watches(keywords)
            yield from self._references(keywords)

    def _references(self, keywords: Document) -> Iterator[Problem]:
        """Names of other files; a file without any names is no witness."""
        known = checks.names(self.documents.get(CHANNELS), "channels")
        if CHANNELS in self.documents:
            yield from checks.unknown_names(keywords, "notify", "channel", known, CHANNELS)
        known = checks.names(self.documents.get(SOURCES), "sources")
        if SOURCES in self.documents:
            yield from checks.unknown_names(keywords, "sources", "source", known, SOURCES)

    def build(self) -> Config:
        """The configuration of files without problems."""
        sources, keywords, channels = (self.documents[name] for name in FILES)
        file = SourcesFile.model_validate(sources.data)
        warnings = [
            *self.warnings,
            *checks.odd_sources(sources, self.base),
            *checks.odd_pages(sources, keywords),
            *watchchecks.odd_watches(keywords, sources),
            *channelchecks.odd_ping(sources),
            *channelchecks.odd_channels(
                channels, channelchecks.used_channels(keywords, sources, channels)
            ),
        ]
        return Config(
            sources=build_sources(file, self.base),
            watches=build_watches(KeywordsFile.model_validate(keywords.data)),
            channels=build_channels(
                ChannelsFile.model_validate(channels.data), self.secrets, self.templates
            ),
            settings=build_settings(file, self.secrets),
            directory=self.directory,
            warnings=_sorted(warnings),
            files={**self.files, **self.secrets.files},
        )


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.file, p.line, p.column)))


def _display(path: Path) -> str:
    """The path as people know it: below where they stand, relative; elsewhere as it is."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path)
