"""Gatherings in Korean text, and who did what there."""

from __future__ import annotations

from onrecord.extract.ko.gatherings.collecting import find

__all__ = ["find"]
