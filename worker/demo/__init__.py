"""A scripted news day on an embedded loopback site, told by the real worker. No network."""
