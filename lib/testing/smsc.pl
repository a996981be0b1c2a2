# An SMSC for tests: takes messages over SMPP 3.4 with Net::SMPP, and misbehaves as its parameters say (name=value).
#
#   shuffle=1        answers in any order            late_ms=N        answers after so long
#   double=P         answers P % twice               throttle=P       refuses P % with ESME_RTHROTTLED
#   above=N          throttles above N per second    cut=N            cuts the connection at every Nth submit_sm
#   garbage=N        sends noise at every Nth        receipts=1       sends a receipt for each; =2 before the response
#   bind=S           answers a bind with status S    mute=1           gives no answer to enquire_link
#   hex=1            hexadecimal IDs in responses, decimal ones in receipts
#   ask=1            sends an enquire_link after each bind
#   owed_from=N      sends receipts of the IDs from N to owed_to=M after the first bind, as after a restart
#
# A message says what is to become of it: "!status N", "!silent", "!late MS", "!deliver DATA_CODING ESM_CLASS HEX", "!raw HEX",
# "!receipt ESM_CLASS TEXT" ("ID" becomes its ID), "!tlv STATE". A UDH with "!part N STATUS" in the first part refuses part N,
# one with "!hold" keeps the receipt of the last part until a message says "!release".
# "!lost STATE" has no receipt, and a query_sm is told that state (2 is DELIVERED; Net::SMPP writes it as the octet it is);
# any other message is not known to a query_sm.
# Prints a line for whatever happens.
use strict;
use warnings;
use Net::SMPP;
use IO::Select;
use Time::HiRes qw(time);

my %is = map { /^(\w+)=(.*)$/ ? ($1 => $2) : () } @ARGV;
srand($is{seed} // 1);
$| = 1;
$SIG{PIPE} = 'IGNORE';
$SIG{__WARN__} = sub { };

my $server = Net::SMPP->new_listen('127.0.0.1', port => $is{port} // 0, async => 1) or die "no port: $!";
my $sockets = IO::Select->new($server);
print 'listening ', $server->sockport, "\n";

my %states;     # what a query_sm is told, by ID
my %lost;       # the same for the parts of a long text, by reference
my @unheard;    # receipts that a link ended without confirming
my %holds;      # references whose last receipt is kept
my @held;       # what sends those receipts
my %links;      # by file number: connection, its number, the refused parts
my @answers;    # [due, file number, link number, what to do]
my ($links, $submits, $ids, $second, $this_second) = (0, 0, $is{first_id} // 0x1a2b3c00, 0, 0);

while (1) {
    for my $socket ($sockets->can_read(wait_seconds())) {
        if ($socket == $server) { greet($server->accept) }
        else { serve($socket) }
    }
    my $now = time;
    my @due = grep { $_->[0] <= $now } @answers;
    next unless @due;
    @answers = grep { $_->[0] > $now } @answers;
    @due = sort { $a->[4] <=> $b->[4] } map { [@$_, rand] } @due if $is{shuffle};
    for my $answer (@due) {
        my $link = $links{$answer->[1]};
        $answer->[3]->($link->{socket}) if $link && $link->{number} == $answer->[2];
    }
}

sub wait_seconds {
    my ($first) = sort { $a <=> $b } map { $_->[0] } @answers;
    return undef unless defined $first;
    my $left = $first - time;
    return $left > 0 ? $left : 0;
}

sub greet {
    my ($socket) = @_;
    return unless $socket;
    $sockets->add($socket);
    $links{fileno $socket} = { socket => $socket, number => ++$links, refused => {}, receipts => {} };
}

sub forget {
    my ($socket) = @_;
    my $link = delete $links{fileno $socket};
    push @unheard, values %{ $link->{receipts} };
    $sockets->remove($socket);
    close $socket;
}

sub serve {
    my ($socket) = @_;
    my $pdu = $socket->read_pdu;
    return forget($socket) unless $pdu;
    my ($command, $seq) = ($pdu->{cmd}, $pdu->{seq});
    if    ($command == Net::SMPP::CMD_submit_sm) { submit($socket, $pdu) }
    elsif ($command == Net::SMPP::CMD_bind_transceiver) { bound($socket, $pdu, 'bind_transceiver_resp') }
    elsif ($command == Net::SMPP::CMD_bind_transmitter) { bound($socket, $pdu, 'bind_transmitter_resp') }
    elsif ($command == Net::SMPP::CMD_bind_receiver)    { bound($socket, $pdu, 'bind_receiver_resp') }
    elsif ($command == Net::SMPP::CMD_query_sm) {
        my $state = $states{$pdu->{message_id}};
        print "queried $pdu->{message_id} $pdu->{source_addr}\n";
        $socket->query_sm_resp(seq => $seq, status => defined $state ? 0 : 0x67, message_id => $pdu->{message_id},
            final_date => '', message_state => $state // 0, error_code => ($state // 0) == 5 ? 9 : 0);
    }
    elsif ($command == Net::SMPP::CMD_enquire_link) {
        print "enquired\n";
        $socket->enquire_link_resp(seq => $seq) unless $is{mute};
    }
    elsif ($command == Net::SMPP::CMD_enquire_link_resp) { print "alive\n" }
    elsif ($command == Net::SMPP::CMD_generic_nack) { print "nack $pdu->{status}\n" }
    elsif ($command == Net::SMPP::CMD_deliver_sm_resp || $command == Net::SMPP::CMD_data_sm_resp) {
        delete $links{fileno $socket}{receipts}{$seq};
        print "stored $pdu->{status}\n";
    }
    elsif ($command == Net::SMPP::CMD_unbind) { print "unbound\n"; $socket->unbind_resp(seq => $seq); forget($socket) }
}

sub bound {
    my ($socket, $pdu, $respond) = @_;
    my $status = $is{bind} // 0;
    my $mode = $respond =~ /bind_(\w+)_resp/ ? $1 : '';
    print "bound $mode $pdu->{system_id} $pdu->{password} $pdu->{system_type} $status\n";
    $socket->$respond(seq => $pdu->{seq}, status => $status, system_id => 'smsc');
    $links{fileno $socket}{mode} = $mode;
    $socket->enquire_link if $is{ask} && !$status;
    return if $status;
    report($socket, %$_) for splice @unheard;
    return unless defined $is{owed_from};
    my ($from, $to) = delete @is{qw(owed_from owed_to)};
    report($socket, source_addr => '48500600700', destination_addr => 'Depesza', id => sprintf '%08x', $_) for $from .. $to;
}

# Sends a receipt, and keeps it until it is confirmed.
sub report {
    my ($socket, %receipt) = @_;
    my $id = delete $receipt{id};
    my $seq = $socket->deliver_sm(%receipt, esm_class => 4, short_message =>
        "id:$id sub:001 dlvrd:001 submit date:2608011200 done date:2608011201 stat:DELIVRD err:000 text:x");
    $links{fileno $socket}{receipts}{$seq} = { %receipt, id => $id } if $seq && $links{fileno $socket};
}

# Whether this is the last part of a text that said "!hold".
sub is_held {
    my ($pdu, $text) = @_;
    return 0 unless $pdu->{esm_class} & 0x40;
    my ($reference, $total, $number) = unpack 'x3CCC', $text;
    $holds{$reference} = 1 if $text =~ /!hold/;
    return $number == $total && delete $holds{$reference};
}

# Has something done on the same connection, if it is still there.
sub later {
    my ($socket, $ms, $do) = @_;
    push @answers, [time + $ms / 1000, fileno $socket, $links{fileno $socket}{number}, $do];
}

sub submit {
    my ($socket, $pdu) = @_;
    $submits++;
    my $text = $pdu->{short_message};
    $text = $pdu->{message_payload} if !length $text && defined $pdu->{message_payload};
    my $status = verdict($socket, $pdu, $text);
    my $id = sprintf '%08x', ++$ids;
    if (!$status) {
        print join(' ', 'took', $id, $pdu->{source_addr}, $pdu->{destination_addr}, $pdu->{esm_class},
            $pdu->{data_coding}, unpack('H*', $text), describe($pdu)), "\n";
    }
    else { print "refused $status\n" }
    return forget($socket) if $is{cut} && $submits % $is{cut} == 0;
    $socket->syswrite(join '', map { chr int rand 256 } 1 .. 40) if $is{garbage} && $submits % $is{garbage} == 0;
    return if $text =~ /^!silent/;
    my $respond = sub {
        my $seq = $pdu->{seq};
        $_[0]->submit_sm_resp(seq => $seq, status => $status, message_id => $status ? '' : $id);
        $_[0]->submit_sm_resp(seq => $seq, status => $status, message_id => $status ? '' : $id) if ($is{double} // 0) > rand 100;
    };
    my $ms = $text =~ /^!late (\d+)/ ? $1 : $is{late_ms} // ($is{shuffle} ? 3 : 0);
    follow($socket, $pdu, $text, $id) if !$status && ($is{receipts} // 0) == 2;
    if ($ms) { later($socket, $is{shuffle} ? $ms * rand : $ms, $respond) }
    else { $respond->($socket) }
    follow($socket, $pdu, $text, $id) if !$status && ($is{receipts} // 0) != 2;
}

# The optional parameters and what else a test wants to know.
sub describe {
    my ($pdu) = @_;
    my %sar = (sar_msg_ref_num => 'n', sar_total_segments => 'C', sar_segment_seqnum => 'C');
    my @sar = map { defined $pdu->{$_} ? unpack $sar{$_}, $pdu->{$_} : () } sort keys %sar;
    return join ' ', "ton=$pdu->{source_addr_ton},$pdu->{source_addr_npi},$pdu->{dest_addr_ton},$pdu->{dest_addr_npi}",
        "validity=$pdu->{validity_period}", "receipt=$pdu->{registered_delivery}",
        'reference=' . (defined $pdu->{user_message_reference} ? unpack 'n', $pdu->{user_message_reference} : ''),
        'sar=' . join(',', @sar), 'payload=' . (defined $pdu->{message_payload} ? 1 : 0);
}

sub verdict {
    my ($socket, $pdu, $text) = @_;
    my $refused = $links{fileno $socket}{refused};
    if ($pdu->{esm_class} & 0x40) {
        my ($reference, $number) = unpack 'x3CxC', $text;
        $refused->{"$reference.$1"} = $2 if $text =~ /!part (\d+) (\d+)/;
        my $status = delete $refused->{"$reference.$number"};
        return $status if $status;
    }
    return $1 if $text =~ /^!status (\d+)/;
    return 0x58 if ($is{throttle} // 0) > rand 100;
    if ($is{above}) {
        my $now = int time;
        if ($now != $second) {
            print "second $this_second\n" if $second;
            ($second, $this_second) = ($now, 0);
        }
        return 0x58 if ++$this_second > $is{above};
    }
    return 0;
}

# What a query_sm is told of a text that said "!lost", in its first part if it is long.
sub lost_state {
    my ($pdu, $text) = @_;
    return $text =~ /^!lost (\d+)/ ? $1 : undef unless $pdu->{esm_class} & 0x40;
    my ($reference) = unpack 'x3C', $text;
    $lost{$reference} = $1 if $text =~ /!lost (\d+)/;
    return $lost{$reference};
}

# What reaches the client besides the response.
sub follow {
    my ($socket, $pdu, $text, $id) = @_;
    my %back = (source_addr => $pdu->{destination_addr}, source_addr_ton => 1, destination_addr => $pdu->{source_addr});
    my $reported = $is{hex} ? sprintf '%010u', hex $id : $id;
    # A receiver gets what there is to deliver, where there is one.
    my ($to) = map { $_->{socket} } grep { ($_->{mode} // '') eq 'receiver' } values %links;
    $to //= $socket;
    if (defined(my $state = lost_state($pdu, $text))) { $states{$id} = $state }
    elsif ($text =~ /^!deliver (\d+) (\d+) ([0-9a-f]*)/) {
        $to->deliver_sm(%back, data_coding => $1, esm_class => $2, short_message => pack 'H*', $3);
    }
    elsif ($text =~ /^!raw ([0-9a-f]+)/) { $to->syswrite(pack 'H*', $1) }
    elsif ($text =~ /^!receipt (\d+) (.*)/s) {
        my ($class, $words) = ($1, $2);
        $words =~ s/ID/$reported/;
        $to->deliver_sm(%back, esm_class => $class, short_message => $words);
    }
    elsif ($text =~ /^!tlv (\d+)/) {
        $to->deliver_sm(%back, esm_class => 4, receipted_message_id => "$id\0", message_state => chr $1,
            network_error_code => "\3\0\x05", short_message => 'id:wrong stat:UNKNOWN');
    }
    elsif ($is{receipts}) {
        my $report = sub { report($to, %back, id => $reported) };
        if (is_held($pdu, $text)) { push @held, $report }
        else { $report->() }
        if ($text =~ /^!release/) { $_->() for splice @held }
    }
}
