"""Web pages, JSON API, assistant server."""
