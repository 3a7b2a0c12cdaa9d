"""Dated steps of the nuclear and diplomatic record in Russian text."""

from __future__ import annotations

from onrecord.extract.ru.milestones.steps import find

__all__ = ["find"]
