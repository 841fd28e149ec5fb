"""How sources are doing: when each is asked, what its failures mean, who is told."""
