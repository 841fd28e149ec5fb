"""Files that come with the program: in a wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGED: Final = Path(__file__).parent / "data"
_CHECKOUT: Final = Path(__file__).parent.parent


def shipped(name: str) -> str:
    """The text of a file of ``config/``, or of ``.env.example``."""
    config, env = _PACKAGED / "config", _PACKAGED / "env.example"
    if not config.is_dir():
        config, env = _CHECKOUT / "config", _CHECKOUT / ".env.example"
    return (env if name == ".env.example" else config / name).read_text("utf-8")
