"""Where a PIN or the passphrase is entered."""
