"""Offices that Russian text ascribes to persons: before the name and behind it."""

from __future__ import annotations

from onrecord.extract.ru.positions.attach import find

__all__ = ["find"]
