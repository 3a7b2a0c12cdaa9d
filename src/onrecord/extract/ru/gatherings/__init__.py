"""Gatherings in Russian text: which mentions are one occasion, when and where it is."""

from __future__ import annotations

from onrecord.extract.ru.gatherings.collecting import find

__all__ = ["find"]
