"""What holds for all tests: time is measured in benchmarks/, so no example has a deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("pactwatch", deadline=None)
settings.load_profile("pactwatch")
