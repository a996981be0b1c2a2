<?php
// Sends several messages in one call and shows which of them were rejected, and why.

function sendBatch(array $messages): array
{
    for ($attempt = 1; ; $attempt++) {
        $wait = 1;
        $curl = curl_init('http://localhost:3000/api/sms/batch');
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 60,
            CURLOPT_HTTPHEADER => [
                'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
                'Content-Type: application/json',
            ],
            CURLOPT_POSTFIELDS => json_encode(['messages' => $messages]),
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
                if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) throw new RuntimeException(curl_error($curl));
        $result = json_decode($body, true);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status === 200) return $result;
        // 401, 402 and 422 concern the whole call and say in `detail` what to correct.
        if ($status !== 429 || $attempt === 3) throw new RuntimeException($result['detail']);
        sleep($wait);
    }
}

function uuid4(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

$recipients = ['48732129000', '48732129001', '12'];

try {
    $result = sendBatch(array_map(
        // Store the keys with your messages. Then you can send the same batch again without sending twice.
        fn ($to) => [
            'from' => 'YourBrand',
            'to' => $to,
            'body' => 'We open at 9:00 tomorrow.',
            'idempotency_key' => uuid4(),
        ],
        $recipients,
    ));
    echo "{$result['accepted']} accepted, {$result['rejected']} rejected\n";
    foreach ($result['data'] as $item) {
        $outcome = $item['message_id'] ?? "{$item['code']}: {$item['detail']}";
        echo "{$recipients[$item['index']]} $outcome\n";
    }
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
