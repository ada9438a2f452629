"""An event as open tables, and the file that carries them: told in `docs/bundle.md`."""
