"""Pure judgement: which events are one story, which watch wants it, what to send or hold, and why.

No clock, no network, no database, no log: everything comes in as an argument, ``now`` too.
"""
