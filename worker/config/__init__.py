"""Configuration: three YAML files and ``.env``, read whole, judged whole, given frozen."""

from __future__ import annotations

from worker.config.find import find_directory
from worker.config.load import load
from worker.config.types import Config, Settings, fingerprint

__all__ = ["Config", "Settings", "find_directory", "fingerprint", "load"]
