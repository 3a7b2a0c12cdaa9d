"""Offices that Korean text ascribes to persons."""

from __future__ import annotations

from onrecord.extract.ko.positions.attach import find

__all__ = ["find"]
