"""Which sightings are one story, and what a story says."""
