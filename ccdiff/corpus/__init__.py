"""A corpus of reports: its manifest, the comparisons that it asks for, and the pages built from them."""

from ccdiff.corpus.manifest import Corpus, Entry, Wanted, find_root, load_corpus, pair_id, wanted

__all__ = ["Corpus", "Entry", "Wanted", "find_root", "load_corpus", "pair_id", "wanted"]
