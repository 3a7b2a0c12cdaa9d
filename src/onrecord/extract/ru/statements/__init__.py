"""Who said what in Russian text: clauses with что, quotations, dash-led speech, objects and infinitives of reporting."""

from __future__ import annotations

from onrecord.extract.ru.statements.reader import find

__all__ = ["find"]
