"""Persons, organizations and places in Korean text."""

from __future__ import annotations

from onrecord.extract.ko.names.grouping import find

__all__ = ["find"]
