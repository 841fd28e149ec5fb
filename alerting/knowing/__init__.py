"""What follows from stories: levels as they stand, lives of documents, doubts."""
