"""Persons, organizations and places in Russian text, the forms of one name joined."""

from __future__ import annotations

from onrecord.extract.ru.names.grouping import find

__all__ = ["find"]
