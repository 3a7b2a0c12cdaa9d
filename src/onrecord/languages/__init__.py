"""One folder a language, with the same file names in each; the only rooms that import a language's models."""
