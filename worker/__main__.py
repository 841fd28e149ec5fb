"""``python -P -m worker``: the commands without the console script."""

from __future__ import annotations

from worker.cli import main

if __name__ == "__main__":
    main()
