<?php
// Tells a customer that an order is on its way, once.

$order = [
    'number' => 1042,
    'phone' => '48732129000',
    // Made and stored together with the change of the order's state, so that a second run sends nothing.
    'sms_key' => getenv('SMS_KEY') ?: uuid4(),
];

function notify(array $order): array
{
    for ($attempt = 1; ; $attempt++) {
        $wait = 1;
        $curl = curl_init('http://localhost:3000/api/sms');
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 10,
            CURLOPT_HTTPHEADER => [
                'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
                'Content-Type: application/json',
            ],
            CURLOPT_POSTFIELDS => json_encode([
                'from' => 'YourBrand',
                'to' => $order['phone'],
                'body' => "Order {$order['number']} is on its way. Delivery: tomorrow, 9:00-12:00.",
                'client_ref' => "order-{$order['number']}",
                'idempotency_key' => $order['sms_key'],
                'validity' => 43200,
            ]),
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
                if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) throw new RuntimeException(curl_error($curl));
        $answer = json_decode($body, true);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status === 200) return $answer;
        // 401, 402 and 422 say in `detail` what to correct.
        $isWorthRetrying = $status === 429 || $status >= 500;
        if (!$isWorthRetrying || $attempt === 3) throw new RuntimeException($answer['detail']);
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

try {
    $message = notify($order);
    echo "{$message['message_id']} {$message['status']} {$message['client_ref']}\n";
} catch (RuntimeException $error) {
    // The key is stored: any process can call notify() for this order again later.
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
