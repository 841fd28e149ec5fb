"""The life of the process: the service, its ticks and threads, signals, locks and logs."""
