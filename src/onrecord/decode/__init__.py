"""Snapshot → Document: main text, page metadata, language and paragraphs, with offsets."""
