"""What is shown: screens compose and route."""
