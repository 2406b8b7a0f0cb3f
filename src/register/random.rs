//! Where salts and identifiers come from: the operating system, or a seed for made-up data and tests.

use chrono::{DateTime, FixedOffset};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Bytes asked of the operating system at once.
const POOL: usize = 1024;

/// A source of random bytes, handed in so that a seed can make a register anew byte for byte.
#[derive(Debug)]
pub struct Randomness {
    source: Source,
    pool: [u8; POOL],
    used: usize,
}

#[derive(Debug)]
enum Source {
    System,
    Seed { seed: u64, block: u64 },
}

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

impl Randomness {
    /// The operating system's source: the only one for real appeals.
    #[must_use]
    pub const fn system() -> Self {
        Self { source: Source::System, pool: [0; POOL], used: POOL }
    }

    /// The same bytes for the same seed: for demonstration data and tests.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self { source: Source::Seed { seed, block: 0 }, pool: [0; POOL], used: POOL }
    }

    /// The next `N` bytes.
    ///
    /// # Errors
    /// When the operating system has none.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            if self.used == POOL {
                self.refill()?;
            }
            // A byte once given is not kept: a salt must die with its value.
            *byte = std::mem::take(&mut self.pool[self.used]);
            self.used += 1;
        }
        Ok(bytes)
    }

    /// A new time-ordered UUID (version 7) of this moment: later ones sort after earlier ones.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub fn id(&mut self, time: DateTime<FixedOffset>) -> Result<Uuid, NoRandomness> {
        let millis = u64::try_from(time.timestamp_millis()).unwrap_or(0);
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()?).into_uuid())
    }

    fn refill(&mut self) -> Result<(), NoRandomness> {
        match &mut self.source {
            Source::System => getrandom::fill(&mut self.pool).map_err(|_| NoRandomness)?,
            Source::Seed { seed, block } => {
                for part in self.pool.chunks_mut(32) {
                    let mut sha = Sha256::new();
                    sha.update(seed.to_le_bytes());
                    sha.update(block.to_le_bytes());
                    part.copy_from_slice(&sha.finalize());
                    *block += 1;
                }
            }
        }
        self.used = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_bytes_again_and_another_seed_others() {
        let draw = |seed| {
            let mut random = Randomness::seeded(seed);
            (0..100).map(|_| random.bytes::<16>().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        let mut unique = draw(7);
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), 100);
    }

    #[test]
    fn the_system_never_gives_the_same_salt_twice() {
        let mut random = Randomness::system();
        assert_ne!(random.bytes::<16>().unwrap(), random.bytes::<16>().unwrap());
    }
}
