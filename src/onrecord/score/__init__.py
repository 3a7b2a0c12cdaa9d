"""Quality: what extraction found against what a careful reader annotated. Works on plain JSON values alone."""

from onrecord.score.documents import Row, Scores, score_documents
from onrecord.score.folder import GoldPage, gold_pages

__all__ = ["GoldPage", "Row", "Scores", "gold_pages", "score_documents"]
