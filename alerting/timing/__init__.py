"""When a message may leave: quiet hours, digests, ceilings."""
