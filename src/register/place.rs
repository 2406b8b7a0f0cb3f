//! Where a file lies: on a disk of this machine, on the network, behind FUSE; and whether one may write there.

use std::fs::Metadata;
use std::path::Path;

use super::error::OpenError;
use super::guard::Warning;

/// FUSE file systems that reach over a network; the rest of them are only warned of.
#[cfg(any(target_os = "linux", test))]
const REMOTE_FUSE: [&str; 10] = [
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.davfs",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
    "fuse.cephfs",
    "fuse.smbnetfs",
    "fuse.curlftpfs",
    "fuse.kio-fuse",
];

/// Refuses network file systems: the write-ahead log does not work over them, and locks are at the user's risk.
#[cfg(target_os = "linux")]
pub(super) fn of(path: &Path) -> Result<Vec<Warning>, OpenError> {
    use std::os::unix::fs::MetadataExt as _;

    const FUSE: u32 = 0x6573_5546;
    let kind = rustix::fs::statfs(path).map_err(|error| OpenError::from_io(error.into()))?.f_type;
    // The kernel's numbers are 32 bits wide; the field's own width and sign differ by machine.
    let kind = u32::from_le_bytes([0, 1, 2, 3].map(|byte| kind.to_le_bytes()[byte]));
    if let Some(name) = network(kind) {
        return Err(OpenError::Network { kind: name.to_owned() });
    }
    if kind != FUSE {
        return Ok(Vec::new());
    }
    let device = std::fs::metadata(path).map_err(OpenError::from_io)?.dev();
    let device = (rustix::fs::major(device), rustix::fs::minor(device));
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let kind = mounted_as(&mounts, device).unwrap_or("fuse").to_owned();
    if REMOTE_FUSE.contains(&kind.as_str()) {
        Err(OpenError::Network { kind })
    } else {
        Ok(vec![Warning::Fuse(kind)])
    }
}

/// On Windows a share is known by its path; elsewhere nothing is known.
#[cfg(not(target_os = "linux"))]
pub(super) fn of(path: &Path) -> Result<Vec<Warning>, OpenError> {
    use std::path::{Component, Prefix};

    match path.components().next() {
        Some(Component::Prefix(prefix))
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) =>
        {
            Err(OpenError::Network { kind: "UNC".to_owned() })
        }
        _ => Ok(Vec::new()),
    }
}

/// The name of a network file system by the number that `statfs` gives (linux/magic.h).
#[cfg(any(target_os = "linux", test))]
const fn network(kind: u32) -> Option<&'static str> {
    Some(match kind {
        0x6969 => "nfs",
        0x517B => "smb",
        0xFF53_4D42 => "cifs",
        0xFE53_4D42 => "smb2",
        0x0102_1997 => "9p",
        0x00C3_6400 => "ceph",
        0x5346_414F | 0x6B41_4653 => "afs",
        0x7375_7245 => "coda",
        0x564C => "ncp",
        _ => return None,
    })
}

/// The type of the file system mounted as this device, by the lines of `/proc/self/mountinfo`.
#[cfg(any(target_os = "linux", test))]
fn mounted_as(mounts: &str, (major, minor): (u32, u32)) -> Option<&str> {
    let device = format!("{major}:{minor}");
    mounts.lines().find_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        (place.split(' ').nth(2)? == device).then(|| kind.split(' ').next())?
    })
}

/// Whether this person may write there. A place marked read-only is so for the superuser too: the mark was meant.
#[cfg(unix)]
pub(super) fn may_write(path: &Path, metadata: &Metadata) -> bool {
    !metadata.permissions().readonly() && rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Whether this person may write there.
#[cfg(not(unix))]
pub(super) fn may_write(_: &Path, metadata: &Metadata) -> bool {
    metadata.is_dir() || !metadata.permissions().readonly()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_file_system_is_known_by_its_number_and_a_disk_is_not_one() {
        for (kind, name) in
            [(0x6969, "nfs"), (0xFF53_4D42, "cifs"), (0xFE53_4D42, "smb2"), (0x0102_1997, "9p")]
        {
            assert_eq!(network(kind), Some(name));
        }
        for disk in [0xEF53, 0x9123_683E, 0x5846_5342, 0x0102_1994, 0x794C_7630] {
            assert_eq!(network(disk), None, "ext4, btrfs, xfs, tmpfs and overlay are disks");
        }
    }

    #[test]
    fn a_remote_fuse_is_told_from_a_local_one_by_the_table_of_mounts() {
        let mounts = "36 25 0:31 / /home/clerk/far rw,nosuid shared:1 - fuse.sshfs clerk@far:/ rw\n\
                      37 25 0:32 / /mnt/bound rw - fuse /srv rw\n\
                      38 25 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw";
        assert_eq!(mounted_as(mounts, (0, 31)), Some("fuse.sshfs"));
        assert_eq!(mounted_as(mounts, (0, 32)), Some("fuse"));
        assert_eq!(mounted_as(mounts, (8, 1)), Some("ext4"));
        assert_eq!(mounted_as(mounts, (0, 3)), None);
        assert!(REMOTE_FUSE.contains(&"fuse.sshfs") && !REMOTE_FUSE.contains(&"fuse"));
    }
}
