"""What the sync takes for granted about Google Sheets, each assumption as something that can be tried."""
