"""Who said what in Korean text: what a quotative ending closes, what a verb of reporting has as its object."""

from __future__ import annotations

from onrecord.extract.ko.statements.reader import find

__all__ = ["find"]
