"""Dated steps of the nuclear and diplomatic record in Korean text."""

from __future__ import annotations

from onrecord.extract.ko.milestones.steps import find

__all__ = ["find"]
