"""Trying things without anybody being told: sources, watches on the archive, single articles."""
