"""Lets ``python -m ccdiff`` do what ``ccdiff`` does."""

from ccdiff.cli import main

if __name__ == "__main__":
    main()
