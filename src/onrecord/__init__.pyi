# What type checkers and editors see of the names that __init__.py loads on first use.
from onrecord.match.names import compare_names
from onrecord.pipeline import Record, extract_file, extract_text, open  # noqa: A004 - onrecord.open(...) reads as it does

__version__: str
__all__ = ["Record", "__version__", "compare_names", "extract_file", "extract_text", "open"]
