"""What the application is made of: hashes, licences, a bill of materials, known vulnerabilities."""
