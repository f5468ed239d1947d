// The gate in an ordinary Maven build, from the first acceptance to a change that breaks something.
def log = new File(basedir, 'build.log').text
assert log.contains('[ANNALS-805] No schemas were released yet'): log
def released = new File(basedir, 'src/main/avro').list().sort() as List
assert released == [
        'bank.Account.1.avsc', 'bank.Movement.Deposited.1.avsc', 'bank.Movement.InsufficientFunds.1.avsc',
        'bank.Movement.Withdrawn.1.avsc', 'bank.Operation.Deposit.1.avsc', 'bank.Operation.Withdraw.1.avsc']
assert log.contains("[ANNALS-801] What was written with bank.Movement.Withdrawn.1.avsc could not be read any more: 'amount' is "
        + 'written as long and read as big-decimal (bytes)'): log
return true
