"""How good extraction is, on labelled documents and on marked stories."""
