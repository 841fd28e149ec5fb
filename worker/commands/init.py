"""``init``: the files that a new user starts from."""

from __future__ import annotations

from worker.commands.options import ConfigOption, config_directory
from worker.commands.output import line


def init(*, config: ConfigOption = None) -> None:
    """Write configuration files to start from.

    Files that exist stay as they are.
    """
    from worker.adding.init import write_starter

    for starter in write_starter(config_directory(config)):
        line(f"{'written' if starter.written else 'kept   '}  {starter.path}")
    line("Next: edit keywords.yaml and channels.yaml, then `pactwatch check`.")
    line("More sources, in six languages: `pactwatch sources catalogue`.")
