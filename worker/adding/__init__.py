"""New users and new sources: the files to start from, the catalogue, changes to sources.yaml."""
