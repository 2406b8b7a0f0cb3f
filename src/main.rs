//! Arguments in, exit code out; nothing else.

use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let exit = otklik::cli::run(&args, &mut io::stdin().lock(), &mut out, &mut io::stderr().lock());
    ExitCode::from(exit as u8)
}
