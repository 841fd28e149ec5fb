"""One file per command. They import what they need when they run: ``--help`` must be instant."""
